/** Does the work for each of them, a few at a time: the database has waiting time to fill. */
export async function together<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting =
    Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const worker = async () => {
    for (let next = await waiting.next(); !next.done; next = await waiting.next())
      await work(next.value);
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}
