import { secureHeaders } from 'hono/secure-headers';

const yearSeconds = 365 * 24 * 60 * 60;

/**
 * What a browser may do with our pages: run, load and send to nothing but this installation, from
 * files and never from text within a page, and be framed by nobody.
 */
export function securityHeaders(baseUrl: string) {
  const self = ["'self'"];
  const none = ["'none'"];
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: none,
      scriptSrc: self,
      styleSrc: self,
      imgSrc: self,
      fontSrc: self,
      connectSrc: self,
      workerSrc: self,
      formAction: self,
      baseUri: none,
      frameAncestors: none,
      // Text never becomes code by the way of innerHTML and its like.
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['default'],
    },
    permissionsPolicy: {
      accelerometer: [],
      browsingTopics: [],
      camera: [],
      displayCapture: [],
      geolocation: [],
      gyroscope: [],
      magnetometer: [],
      microphone: [],
      midi: [],
      payment: [],
      usb: [],
    },
    referrerPolicy: 'same-origin',
    // This name alone: what else an organization serves beside it is not ours to decide.
    strictTransportSecurity: baseUrl.startsWith('https:') ? `max-age=${yearSeconds}` : false,
    xFrameOptions: 'DENY',
  });
}
