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
    public static IServiceCollection AddContentType<TRecord>(this IServiceCollection services)
        where TRecord : Items.Content =>
        services.AddSingleton<IContentType>(new RecordType(typeof(TRecord)));
}
