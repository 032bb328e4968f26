using Hub.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Types;

/// <summary>A content type written as a record.</summary>
internal sealed class RecordType(Type record) : IContentType
{
    public TypeDefinition Definition { get; } = DefinitionReader.Read(record);
}

/// <summary>How a module's startup offers a content type.</summary>
public static class ContentTypeRegistration
{
    /// <summary>Offers the record's type. Mistakes in its attributes are told at once.</summary>
    /// <exception cref="StartupException">HUB-C002: another type has its id or its section.</exception>
    public static IServiceCollection AddContentType<TRecord>(this IServiceCollection services)
        where TRecord : Items.Content
    {
        var type = new RecordType(typeof(TRecord));
        var others = services.Where(service => service.ServiceType == typeof(IContentType))
            .Select(service => service.IsKeyedService ? service.KeyedImplementationInstance : service.ImplementationInstance)
            .OfType<RecordType>();
        foreach (var other in others.Select(other => other.Definition))
        {
            if (other.Id == type.Definition.Id || other.Section == type.Definition.Section)
            {
                throw new StartupException(new StartupError("HUB-C002", typeof(TRecord).FullName!,
                    $"The content type shares its id “{type.Definition.Id}” or its section “{type.Definition.Section}” with {other.Record}.",
                    "Give each content type an id and a section of its own."));
            }
        }

        return services.AddSingleton<IContentType>(type);
    }
}
