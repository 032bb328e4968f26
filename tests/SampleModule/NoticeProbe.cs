using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace SampleModule;

internal sealed class NoticeProbe(NoticeBoard board) : IHealthProbe
{
    private const int Readable = 200;

    public string Name => Texts.In["Board"];

    public Task<Health> Check(Region region, CancellationToken cancel)
    {
        var readable = board.Of(region).Count <= Readable;
        return Task.FromResult(new Health(readable, readable ? Texts.In["Board.Readable"] : Texts.In["Board.Full"]));
    }
}
