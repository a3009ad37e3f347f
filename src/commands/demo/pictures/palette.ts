/** What everything is painted with by day. */
export const day = {
  sky: '#cfe3ee',
  greySky: '#b8c2c8',
  ground: '#b9c4a7',
  road: '#6b7075',
  line: '#e9e4d0',
  kerb: '#d8d4c8',
  wall: '#d9b99b',
  roof: '#9c5a3c',
  crown: '#5f8a4e',
  trunk: '#7a5a3c',
  water: '#8aa3a8',
  wave: '#a9bfc3',
  warning: '#e0a526',
  far: '#9db39a',
  figure: '#7d858c',
  dark: '#2b2f33',
  white: '#f4f3ee',
  red: '#b5473c',
  blue: '#3f6fa8',
  shops: ['#d9b99b', '#c9cfb4', '#d5c3c9'],
} as const;

/** The same by night; light is a cone, never a glow without an edge. */
export const night = {
  sky: '#1c2740',
  ground: '#232c33',
  road: '#30363d',
  kerb: '#4d555e',
  line: '#7b7d78',
  wall: '#2b3240',
  far: '#18202f',
  post: '#5f6972',
  head: '#8b949b',
  light: '#ffe9a8',
  window: '#ffd75e',
  star: '#8794b3',
} as const;
