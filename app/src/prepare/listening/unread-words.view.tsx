/** What somebody wrote whom nobody has read yet: as it is, and no address in it is a link to press. */
export function UnreadWords({ text }: { text: string }) {
  const paragraphs = text.trim().split(/\n\s*\n/);
  return (
    <blockquote class="prose">
      {paragraphs.map((paragraph, at) => (
        <p key={at}>
          {paragraph.split('\n').map((line, row) => (
            <>
              {row > 0 && <br />}
              {line}
            </>
          ))}
        </p>
      ))}
    </blockquote>
  );
}
