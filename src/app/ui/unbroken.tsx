/** Words that may part from each other but never within themselves: "09:00–17:00" stays whole. */
export function Unbroken({ text }: { text: string }) {
  return text.split(" ").map((word, index) => (
    <span key={index}>
      {index > 0 && " "}
      <span className="whitespace-nowrap">{word}</span>
    </span>
  ));
}
