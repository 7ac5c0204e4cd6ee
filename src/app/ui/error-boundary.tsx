import { Component, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { NoticeBar } from "./notice.tsx";

type Props = { name: string; children: ReactNode };

/** Keeps a panel's fault inside the panel: it says so and offers to try again; the rest lives. */
export class PanelBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    const { name, children } = this.props;
    if (!this.state.broken) return children;
    return (
      <section aria-label={name} className="py-6">
        <h2 className="mb-4 text-title">{name}</h2>
        <NoticeBar
          tone="danger"
          icon="warn"
          action={
            <Button size="small" onClick={() => this.setState({ broken: false })}>
              Try again
            </Button>
          }
        >
          <b>This part of the page stopped working.</b> The rest keeps reading; nothing was changed.
        </NoticeBar>
      </section>
    );
  }
}
