import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const nearEnough = 60;

/** Keeps a scrolling box at its end while the person is there; `away` when something new came in while they were not. */
export function useNewest(newest: string | undefined, sent: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const pinned = useRef(true);
  const [away, setAway] = useState(false);

  const toNewest = useCallback(() => {
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
    setAway(false);
  }, []);

  useEffect(() => {
    const box = scroller.current;
    const inside = content.current;
    if (!box || !inside) return;
    const scrolled = () => {
      pinned.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearEnough;
      if (pinned.current) setAway(false);
    };
    // Pictures arrive late and make messages taller, and the composer grows: both must not hide the newest.
    const grown = new ResizeObserver(() => pinned.current && toNewest());
    box.addEventListener('scroll', scrolled, { passive: true });
    grown.observe(inside);
    grown.observe(box);
    return () => {
      box.removeEventListener('scroll', scrolled);
      grown.disconnect();
    };
  }, [toNewest]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is the reason to look
  useLayoutEffect(() => {
    if (pinned.current) toNewest();
    else setAway(true);
  }, [newest, toNewest]);

  // Whoever speaks wants to see the answer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count of what was sent is the reason to go there
  useEffect(() => {
    pinned.current = true;
    toNewest();
  }, [sent, toNewest]);

  return { scroller, content, away, toNewest };
}
