/** Why a form did not work, below its fields; the line is there beforehand, so that nothing moves when it is said. */
export function FaultLine({ fault }: { fault: string | undefined }) {
  return (
    <p role="alert" className="min-h-[26px] pt-1.5 text-danger">
      {fault}
    </p>
  );
}
