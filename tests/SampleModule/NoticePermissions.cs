using Hub.Kernel.Extensions;

namespace SampleModule;

internal sealed class NoticePermissions : IPermissions
{
    public const string Pin = "notices.pin";

    public IEnumerable<Permission> Permissions => [new(Pin, Texts.In["Board.MayPin"], "redattore", "amministratore")];
}
