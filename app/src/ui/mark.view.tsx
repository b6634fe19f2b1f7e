/** The sign of the place: a round table from above with eight seats, one of them still free. */
export function Mark() {
  const seats = [1, 5, 3, 6, 2, 4, 8, 7].map((colour, at) => {
    const angle = ((at * 45 - 90) * Math.PI) / 180;
    return { colour, x: 20 + 15.2 * Math.cos(angle), y: 20 + 15.2 * Math.sin(angle) };
  });
  return (
    <svg class="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
      <circle class="mark-table" cx="20" cy="20" r="8.6" />
      {seats.map(({ colour, x, y }) => (
        <circle
          key={colour}
          class={colour === 7 ? 'mark-free' : `mark-seat seat-fill-${colour}`}
          cx={x.toFixed(2)}
          cy={y.toFixed(2)}
          r={colour === 7 ? 3.4 : 4}
        />
      ))}
    </svg>
  );
}
