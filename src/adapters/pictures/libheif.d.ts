/** The part of libheif-js that is used; the package brings no types. */
declare module 'libheif-js/wasm-bundle.js' {
  type Pixels = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };
  type HeifImage = {
    get_width(): number;
    get_height(): number;
    is_primary(): boolean;
    /** Turned upright as the file says. Calls back with null when the picture cannot be decoded. */
    display(into: Pixels, done: (shown: Pixels | null) => void): void;
  };
  const libheif: { readonly HeifDecoder: new () => { decode(file: Uint8Array): readonly HeifImage[] } };
  export default libheif;
}
