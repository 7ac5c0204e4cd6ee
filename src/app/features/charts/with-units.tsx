import { unitParts } from "./figure-words.ts";

/** A figure whose units are set smaller beside it. */
export function WithUnits({ text }: { text: string }) {
  return unitParts(text).map((part, index) =>
    part.unit ? (
      <span key={index} className="unit">
        {part.text}
      </span>
    ) : (
      <span key={index} className={index > 0 ? "ml-[0.25em]" : ""}>
        {part.text}
      </span>
    ),
  );
}
