declare module 'virtual:texts-en' {
  const texts: Record<string, string>;
  export default texts;
}
declare module 'virtual:texts-de' {
  const texts: Record<string, string>;
  export default texts;
}
