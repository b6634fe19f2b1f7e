import type { NetworkSource, SourceRow } from './network-source.ts';
import { readXml, type XmlElement } from './read-xml.ts';

interface Key {
  readonly name: string;
  readonly fallback: string | undefined;
}

/**
 * Reads the one graph of a GraphML file: nodes, edges and their data, with defaults.
 * @throws {InputFileError} on XML that is not well formed, no or several graphs, nested graphs,
 *   hyperedges, edges of mixed direction, or an edge to a node that is not there.
 */
export function readGraphml(text: string, file: string): NetworkSource {
  const root = readXml(text, file);
  if (root.name !== 'graphml') root.fail(`"graphml" was expected, not "${root.name}"`);
  const graphs = root.children.filter(({ name }) => name === 'graph');
  const [graph, second] = graphs;
  if (!graph) return root.fail('there is no graph in this file');
  if (second) second.fail('a file with one graph was expected; this is the second');
  const keys = { node: readKeys(root, 'node'), edge: readKeys(root, 'edge') };
  const byDefault = attribute(graph, 'edgedefault') === 'directed';
  const nodes = elements(graph, 'node').map((element) => ({
    ...rowOf(element, keys.node),
    id: attribute(element, 'id'),
  }));
  const ids = new Set<string>();
  nodes.forEach((node) => {
    if (ids.has(node.id)) node.fail(`the node "${node.id}" occurs twice`);
    ids.add(node.id);
  });
  const ties = elements(graph, 'edge').map((element) => {
    checkDirection(element, byDefault);
    const [from, to] = ['source', 'target'].map((end) => attribute(element, end));
    return { ...rowOf(element, keys.edge), from: from!, to: to! };
  });
  return {
    nodes,
    ties,
    nodeColumns: columnsOf(keys.node),
    tieColumns: columnsOf(keys.edge),
    directed: byDefault,
    warnings: [],
  };
}

function elements(graph: XmlElement, name: string): XmlElement[] {
  for (const child of graph.children) {
    if (child.name === 'hyperedge') child.fail('ties among more than two people cannot be read');
    if (child.children.some((inner) => inner.name === 'graph')) {
      child.fail('a graph inside a node cannot be read');
    }
  }
  return graph.children.filter((child) => child.name === name);
}

function attribute(element: XmlElement, name: string): string {
  return element.attributes.get(name) ?? element.fail(`"${element.name}" has no "${name}"`);
}

function checkDirection(edge: XmlElement, byDefault: boolean): void {
  const own = edge.attributes.get('directed');
  if (own === undefined || own === String(byDefault)) return;
  edge.fail('directed and undirected ties in one graph cannot be read');
}

function readKeys(root: XmlElement, kind: 'node' | 'edge'): Map<string, Key> {
  const keys = new Map<string, Key>();
  for (const element of root.children) {
    const scope = element.attributes.get('for') ?? 'all';
    if (element.name !== 'key' || (scope !== kind && scope !== 'all')) continue;
    const id = attribute(element, 'id');
    const fallback = element.children.find(({ name }) => name === 'default')?.text.trim();
    keys.set(id, { name: element.attributes.get('attr.name') ?? id, fallback });
  }
  return keys;
}

const columnsOf = (keys: ReadonlyMap<string, Key>): string[] =>
  Array.from(keys.values(), ({ name }) => name);

function rowOf(element: XmlElement, keys: ReadonlyMap<string, Key>): SourceRow {
  const values = new Map<string, string>();
  for (const { name, fallback } of keys.values()) {
    if (fallback !== undefined) values.set(name, fallback);
  }
  for (const data of element.children.filter(({ name }) => name === 'data')) {
    const id = attribute(data, 'key');
    const key = keys.get(id) ?? data.fail(`there is no key "${id}" for "${element.name}"`);
    values.set(key.name, data.text.trim());
  }
  return { value: (column) => values.get(column), fail: (message) => element.fail(message) };
}
