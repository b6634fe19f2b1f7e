/** Every colour of the interface, by theme. `style/colours.css` is written from this and tested against it. */
export type Theme = 'light' | 'dark';

const light = {
  paper: '#fbf8f1',
  raised: '#fffdf9',
  sunk: '#f3eee2',
  ink: '#1c2320',
  muted: '#58605b',
  line: '#ded6c6',
  edge: '#7d796e',
  action: '#0a5a66',
  'action-strong': '#07434d',
  'on-action': '#ffffff',
  'action-tint': '#e2eeec',
  needs: '#a86400',
  'needs-ink': '#6b3f00',
  'needs-tint': '#fdefcf',
  danger: '#a3262b',
  'danger-strong': '#7f1a20',
  'on-danger': '#ffffff',
  'danger-tint': '#fbe9e5',
  table: '#eadfca',
  'table-edge': '#8f7f5f',
  'seat-1': '#1d57b5',
  'seat-1-edge': '#1d57b5',
  'seat-1-ink': '#ffffff',
  'seat-2': '#b84a1e',
  'seat-2-edge': '#b84a1e',
  'seat-2-ink': '#ffffff',
  'seat-3': '#3a9a7e',
  'seat-3-edge': '#2d7a64',
  'seat-3-ink': '#0c1210',
  'seat-4': '#a97ba4',
  'seat-4-edge': '#8d6488',
  'seat-4-ink': '#0c1210',
  'seat-5': '#e58f14',
  'seat-5-edge': '#9a6410',
  'seat-5-ink': '#0c1210',
  'seat-6': '#8fcbf5',
  'seat-6-edge': '#4f7891',
  'seat-6-ink': '#0c1210',
  'seat-7': '#452b54',
  'seat-7-edge': '#452b54',
  'seat-7-ink': '#ffffff',
  'seat-8': '#fbe79a',
  'seat-8-edge': '#7a7450',
  'seat-8-ink': '#0c1210',
} as const;

export type Token = keyof typeof light;

const dark: Record<Token, string> = {
  paper: '#151a1b',
  raised: '#1c2223',
  sunk: '#101415',
  ink: '#ece5d6',
  muted: '#b2ac9d',
  line: '#353c3c',
  edge: '#8b877b',
  action: '#7fcbd1',
  'action-strong': '#a9e2e4',
  'on-action': '#08262a',
  'action-tint': '#1b3235',
  needs: '#e0a440',
  'needs-ink': '#ffd88c',
  'needs-tint': '#35290f',
  danger: '#ff9c91',
  'danger-strong': '#ffbeb6',
  'on-danger': '#3a0a0a',
  'danger-tint': '#3a1d1b',
  table: '#2d2a22',
  'table-edge': '#8f8465',
  'seat-1': '#3a9af0',
  'seat-1-edge': '#3a9af0',
  'seat-1-ink': '#0c1210',
  'seat-2': '#d2592a',
  'seat-2-edge': '#d2592a',
  'seat-2-ink': '#0c1210',
  'seat-3': '#3a8e70',
  'seat-3-edge': '#3f9677',
  'seat-3-ink': '#0c1210',
  'seat-4': '#c07fa8',
  'seat-4-edge': '#c07fa8',
  'seat-4-ink': '#0c1210',
  'seat-5': '#f5bf3a',
  'seat-5-edge': '#f5bf3a',
  'seat-5-ink': '#0c1210',
  'seat-6': '#bfe0f7',
  'seat-6-edge': '#bfe0f7',
  'seat-6-ink': '#0c1210',
  'seat-7': '#7a60bd',
  'seat-7-edge': '#8a71c9',
  'seat-7-ink': '#ffffff',
  'seat-8': '#f4efc4',
  'seat-8-edge': '#f4efc4',
  'seat-8-ink': '#0c1210',
};

export const themes: Record<Theme, Record<Token, string>> = { light, dark };

export type SeatColour = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
export const seatColours: readonly SeatColour[] = [1, 2, 3, 4, 5, 6, 7, 8];

/** Text and the ground it is read on: at least 4.5:1. */
export const textPairs: readonly (readonly [Token, Token])[] = [
  ...(
    ['paper', 'raised', 'sunk', 'table', 'action-tint', 'needs-tint', 'danger-tint'] as const
  ).map((ground) => ['ink', ground] as const),
  ...(['paper', 'raised', 'sunk', 'action-tint', 'needs-tint'] as const).map(
    (ground) => ['muted', ground] as const,
  ),
  ...(['paper', 'raised', 'sunk', 'action-tint', 'needs-tint', 'danger-tint'] as const).flatMap(
    (ground) => [['action', ground] as const, ['action-strong', ground] as const],
  ),
  ['on-action', 'action'],
  ['on-action', 'action-strong'],
  ['needs-ink', 'needs-tint'],
  ['needs-ink', 'paper'],
  ['danger', 'paper'],
  ['danger', 'raised'],
  ['danger', 'danger-tint'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-strong'],
  ...seatColours.map((n) => [`seat-${n}-ink`, `seat-${n}`] as const),
];

/** Shapes that carry meaning and what they stand on: at least 3:1. */
export const shapePairs: readonly (readonly [Token, Token])[] = [
  ...(['edge', 'action', 'needs', 'danger', 'table-edge'] as const).flatMap((shape) =>
    (['paper', 'raised', 'sunk'] as const).map((ground) => [shape, ground] as const),
  ),
  ['needs', 'needs-tint'],
  ['action', 'action-tint'],
  ['danger', 'danger-tint'],
  ['action', 'table'],
  ...seatColours.flatMap((n) =>
    (['paper', 'raised', 'table'] as const).map((ground) => [`seat-${n}-edge`, ground] as const),
  ),
];
