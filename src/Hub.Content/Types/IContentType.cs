using Hub.Kernel.Extensions;

namespace Hub.Content.Types;

/// <summary>Offers a content type to the regions that switch its feature on.</summary>
[ExtensionPoint]
public interface IContentType
{
    TypeDefinition Definition { get; }
}
