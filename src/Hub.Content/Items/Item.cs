using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.Content.Items;

/// <summary>A content item with one of its versions. Immutable; <see cref="Data"/> must not be changed.</summary>
public sealed class Item
{
    private object? record;

    public required Guid Id { get; init; }

    /// <summary>The region that it belongs to, which is not always the one that shows it.</summary>
    public required string Region { get; init; }

    /// <summary>Id of its type.</summary>
    public required string Type { get; init; }

    /// <summary>Section of its type and its slug: <c>pratiche/mappafondo</c>.</summary>
    public required string Path { get; init; }

    public required string Slug { get; init; }

    public required Status Status { get; init; }

    /// <summary>Number of the version that this is, from 1.</summary>
    public required int Version { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>The values, canonical, by field name.</summary>
    public required JsonObject Data { get; init; }

    /// <summary>Two-letter code.</summary>
    public string Language { get; init; } = "it";

    /// <summary>Day of first publication, in Rome.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Day of the last change that readers were told of, in Rome.</summary>
    public required DateOnly Updated { get; init; }

    /// <summary>Day by which somebody checks it again.</summary>
    public DateOnly? Review { get; init; }

    /// <summary>The national item that this one replaces in its region.</summary>
    public Guid? Overrides { get; init; }

    /// <summary>The values as the type's record. Made once.</summary>
    public T As<T>()
        where T : Content =>
        record as T ?? (T)(record = Data.Deserialize<T>(ContentJson.Options)!);
}
