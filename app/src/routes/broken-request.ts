const sorts: Record<string, { status: string; en: string; es: string }> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    en: 'Your browser sent more about itself than we can take. Deleting the cookies of this site usually helps.',
    es: 'Su navegador envió más datos sobre sí mismo de los que podemos recibir. Borrar las cookies de este sitio suele ayudar.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    en: 'Your request took too long to arrive. Please try again.',
    es: 'Su solicitud tardó demasiado en llegar. Inténtelo de nuevo.',
  },
};

const unreadable = {
  status: '400 Bad Request',
  en: 'What arrived could not be read as a request. Please go back and try again.',
  es: 'Lo que llegó no se pudo leer como una solicitud. Vuelva atrás e inténtelo de nuevo.',
};

/** The whole answer, as it goes over the wire, to what never became a request. */
export function brokenRequestPage(code: string): string {
  const { status, en, es } = sorts[code] ?? unreadable;
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Concord</title><p>${en}</p><p lang="es">${es}</p></html>`;
  return [
    `HTTP/1.1 ${status}`,
    'Content-Type: text/html; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(page)}`,
    "Content-Security-Policy: default-src 'none'",
    'X-Content-Type-Options: nosniff',
    'Cache-Control: no-store',
    'Connection: close',
    '',
    page,
  ].join('\r\n');
}
