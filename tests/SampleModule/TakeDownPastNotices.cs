using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace SampleModule;

internal sealed class TakeDownPastNotices(NoticeBoard board, TimeProvider clock) : IBackgroundTask
{
    public string Id => "notices.take-down";

    public string Schedule => "15 2 * * *";

    public Task Run(Region region, CancellationToken cancel)
    {
        board.TakeDownBefore(region, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return Task.CompletedTask;
    }
}
