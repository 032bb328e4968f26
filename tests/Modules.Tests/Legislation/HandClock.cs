namespace Modules.Tests.Legislation;

/// <summary>A clock that goes on only when a test moves it, and rings the timers that fall due then. They ring once.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly List<Bell> bells = [];
    private readonly Lock access = new();
    private DateTimeOffset now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (access)
            return now;
    }

    public void Advance(TimeSpan time)
    {
        List<Bell> due;
        lock (access)
        {
            now += time;
            due = bells.FindAll(bell => bell.At <= now);
            bells.RemoveAll(due.Contains);
        }

        foreach (var bell in due)
            bell.Ring();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var bell = new Bell(this, callback, state);
        bell.Change(dueTime, period);
        return bell;
    }

    private sealed class Bell(HandClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset At { get; private set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.access)
            {
                clock.bells.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                At = clock.now + dueTime;
                clock.bells.Add(this);
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
