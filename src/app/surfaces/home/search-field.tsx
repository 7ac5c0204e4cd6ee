import { useEffect, useState } from "react";
import { useNow } from "../../client/clock.ts";
import { TextField } from "../../ui/text-field.tsx";

/** Each search costs the platform a request: it is asked once typing pauses. */
const pauseMilliseconds = 300;

/** What campaigns to list, by part of their name. */
export function SearchField({ onSearch }: { onSearch: (text: string) => void }) {
  const now = useNow(250);
  const [typed, setTyped] = useState({ text: "", at: now });
  const [asked, setAsked] = useState("");
  const wanted = typed.text.trim();
  const settled = now - typed.at >= pauseMilliseconds;

  useEffect(() => {
    if (!settled || wanted === asked) return;
    setAsked(wanted);
    onSearch(wanted);
  }, [settled, wanted, asked, onSearch]);

  return (
    <TextField
      label="Search campaigns"
      labelHidden
      icon="search"
      type="search"
      placeholder="Search by name"
      value={typed.text}
      onText={(text) => setTyped({ text, at: now })}
      className="mb-4 max-w-80 max-phone:max-w-none"
    />
  );
}
