declare module 'virtual:texts-en' {
  const texts: Record<string, string>;
  export default texts;
}
declare module 'virtual:texts-de' {
  const texts: Record<string, string>;
  export default texts;
}
declare module 'virtual:texts-desk-en' {
  const texts: Record<string, string>;
  export default texts;
}
declare module 'virtual:texts-desk-de' {
  const texts: Record<string, string>;
  export default texts;
}
