/** Does the work for each of them, a few at a time: the database has waiting time to fill. */
export async function together<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await work(next.value);
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}
