/** What comes one after another, each with its number. */
export const Steps = ({ items }: { readonly items: readonly string[] }) => (
  <ol class="steps">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ol>
);
