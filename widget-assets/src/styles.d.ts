/** The minified `button.css`, put in by the bundler. */
declare module 'obolus:button.css' {
  const styles: string;
  export default styles;
}

/** The minified `frame/frame.css`. */
declare module 'obolus:frame.css' {
  const styles: string;
  export default styles;
}
