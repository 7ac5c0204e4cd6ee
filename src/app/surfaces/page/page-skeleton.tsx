import { Skeleton } from "../../ui/skeleton.tsx";

/** The page's shapes before its first answer, at the heights of what will stand there. */
export function PageSkeleton({ providerName }: { providerName: string }) {
  return (
    <div aria-busy="true" className="min-h-screen">
      <h1 className="sr-only">Loading</h1>
      <p role="status" className="sr-only">
        Asking {providerName}.
      </p>
      <div aria-hidden="true" className="appear-late">
        <div className="pt-10 pb-8 max-phone:pt-6 max-phone:pb-5">
          <Skeleton className="h-[34px] w-72 max-w-full" />
          <Skeleton className="mt-2 h-[22px] w-[30rem] max-w-full" />
        </div>
        <Skeleton className="h-5 w-20" />
        <Skeleton className="mt-4 h-[52px] w-60" />
        <Skeleton className="mt-4 h-6 w-full" />
        <div className="mt-4 flex flex-wrap gap-10">
          {[0, 1, 2, 3, 4].map((shape) => (
            <div key={shape}>
              <Skeleton className="h-4 w-20" />
              <Skeleton className="mt-2 h-5 w-14" />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Holds the place of a panel whose code is on its way. `className` gives the panel's height. */
export function PanelSkeleton({ title, className }: { title: string; className: string }) {
  return (
    <section aria-label={title} aria-busy="true" className={className}>
      <h2 className="mb-4 text-title">{title}</h2>
      <Skeleton className="h-8 w-full" />
      <Skeleton className="mt-4 h-[60%] max-h-80 w-full" />
    </section>
  );
}
