const gap = 6;

/** Puts a floating box under its trigger, or above it where there is more room, and never past the window's edge. */
export function placeBeside(box: HTMLElement, trigger: HTMLElement): void {
  const near = trigger.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = innerHeight - near.bottom - gap;
  const above = near.top - gap;
  const up = below < height && above > below;
  const room = Math.max(120, (up ? above : below) - gap);
  const left = Math.max(gap, Math.min(near.left, innerWidth - width - gap));
  box.style.left = `${left}px`;
  box.style.maxHeight = `${room}px`;
  box.style.top = up ? `${near.top - gap - Math.min(height, room)}px` : `${near.bottom + gap}px`;
}
