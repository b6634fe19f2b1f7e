import type { ComponentChildren } from 'preact';

export interface EmptyStateProps {
  title: string;
  /** What this is for. */
  children?: ComponentChildren;
  /** The next step. */
  action?: ComponentChildren;
  /** Who usually takes it. */
  who?: ComponentChildren;
}

/** Nothing here yet: what this is for, the next step, and who usually takes it. */
export function EmptyState({ title, children, action, who }: EmptyStateProps) {
  return (
    <div class="empty">
      <svg class="empty-table" viewBox="0 0 64 64" width="64" height="64" aria-hidden="true">
        <circle class="empty-top" cx="32" cy="32" r="16" />
        {[0, 60, 120, 180, 240, 300].map((degrees) => {
          const angle = ((degrees - 90) * Math.PI) / 180;
          return (
            <circle
              key={degrees}
              class="empty-seat"
              cx={(32 + 25 * Math.cos(angle)).toFixed(1)}
              cy={(32 + 25 * Math.sin(angle)).toFixed(1)}
              r="5"
            />
          );
        })}
      </svg>
      <div class="empty-text">
        <p class="empty-title">{title}</p>
        {children && <div class="empty-why">{children}</div>}
        {action && <div class="empty-action">{action}</div>}
        {who && <p class="empty-who">{who}</p>}
      </div>
    </div>
  );
}
