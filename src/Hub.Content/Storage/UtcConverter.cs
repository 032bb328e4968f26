using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Hub.Content.Storage;

/// <summary>Times come back from every provider as UTC, whatever it forgets.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => time.Kind == DateTimeKind.Utc ? time : DateTime.SpecifyKind(time, DateTimeKind.Utc),
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
