using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Content.Types;

namespace Hub.Content.Fields;

/// <summary>Yes or no; a form's “on” and the Italian words count.</summary>
internal sealed class BooleanKind : FieldKind
{
    public override string Id => "boolean";

    public override JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        switch (Scalar(value)?.ToLowerInvariant())
        {
            case null:
                return null;
            case "true" or "on" or "sì" or "si" or "1":
                return JsonValue.Create(true);
            case "false" or "off" or "no" or "0":
                return JsonValue.Create(false);
            default:
                reading.Invalid(field.Name, "NotBoolean");
                return null;
        }
    }

    public override IEnumerable<SortableValue> Values(JsonNode value, FieldDefinition field, VocabularyLookup terms) =>
        [value.ToString() is "true" or "True" ? new SortableValue("true", 1) : new SortableValue("false", 0)];
}

/// <summary>A number, written as <c>1234.56</c> or, by people, as <c>1.234,56</c>.</summary>
internal partial class NumberKind : FieldKind
{
    public override string Id => "number";

    protected virtual string Problem => "NotNumber";

    public override JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        if (Scalar(value) is not { } text)
            return null;
        if (Parse(text) is { } number && IsAllowed(number))
            return JsonValue.Create(number / 1.0000000000000000000000000000m);
        reading.Invalid(field.Name, Problem, text);
        return null;
    }

    public override IEnumerable<SortableValue> Values(JsonNode value, FieldDefinition field, VocabularyLookup terms)
    {
        var number = decimal.Parse(value.ToString(), CultureInfo.InvariantCulture);
        yield return new SortableValue(number.ToString(CultureInfo.InvariantCulture), (double)number);
    }

    protected virtual bool IsAllowed(decimal number) => true;

    protected virtual decimal? Parse(string text)
    {
        if (Italian().IsMatch(text))
            text = text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>With a decimal comma, or with at least two points that mark thousands.</summary>
    [GeneratedRegex(@"^[+-]?([0-9]+,[0-9]+|[0-9]{1,3}(\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(\.[0-9]{3}){2,})$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Italian();
}

/// <summary>An amount in euro, with at most two decimals, not negative. <c>25.000</c> is twenty-five thousand.</summary>
internal sealed partial class MoneyKind : NumberKind
{
    public override string Id => "money";

    protected override string Problem => "NotMoney";

    protected override bool IsAllowed(decimal number) => number >= 0 && decimal.Round(number, 2) == number;

    protected override decimal? Parse(string text) => base.Parse(Thousands().IsMatch(text) ? text.Replace(".", "", StringComparison.Ordinal) : text);

    [GeneratedRegex(@"^[0-9]{1,3}\.[0-9]{3}$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Thousands();
}

/// <summary>A day: <c>2023-07-14</c>, or <c>14/07/2023</c> from people.</summary>
internal class DateKind : FieldKind
{
    public override string Id => "date";

    public override JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        if (Scalar(value) is not { } text)
            return null;
        if (Parse(text) is { } date)
            return JsonValue.Create(Format(date));
        reading.Invalid(field.Name, "NotDate", text);
        return null;
    }

    public override IEnumerable<SortableValue> Values(JsonNode value, FieldDefinition field, VocabularyLookup terms) =>
        Parse(value.ToString()) is { } date ? [new SortableValue(Format(date), date.DayNumber)] : [];

    internal static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    internal static string Format(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The last day of something that ends by itself: lists are filtered by whether it is over.</summary>
internal sealed class LastDayKind : DateKind
{
    public override string Id => "lastDay";

    public override string NameOf(string value) => Texts.Get("StillOn");
}

/// <summary>A moment: stored in UTC, written and shown in Europe/Rome.</summary>
internal sealed class MomentKind : FieldKind
{
    private const string Utc = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public override string Id => "moment";

    public override JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        if (Scalar(value) is not { } text)
            return null;
        if (Parse(text) is { } moment)
            return JsonValue.Create(moment.ToString(Utc, CultureInfo.InvariantCulture));
        reading.Invalid(field.Name, "NotMoment", text);
        return null;
    }

    public override JsonNode Write(JsonNode value, FieldDefinition field) =>
        Parse(value.ToString()) is { } utc ? JsonValue.Create(Format(utc)) : value.DeepClone();

    public override IEnumerable<SortableValue> Values(JsonNode value, FieldDefinition field, VocabularyLookup terms) =>
        Parse(value.ToString()) is { } utc ? [new SortableValue(value.ToString(), (utc - DateTime.UnixEpoch).TotalSeconds)] : [];

    /// <summary>UTC, from the canonical form or from a wall-clock time in Rome; null for a time that doesn't exist.</summary>
    internal static DateTime? Parse(string text)
    {
        if (DateTime.TryParseExact(text, Utc, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var utc))
            return utc;
        return DateTime.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "d/M/yyyy HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? RomeTime.ToUtc(local)
            : null;
    }

    /// <summary>The time in Rome, to the minute; in UTC where that would lose seconds or the hour that occurs twice in autumn.</summary>
    internal static string Format(DateTime utc)
    {
        var local = RomeTime.FromUtc(utc);
        return RomeTime.ToUtc(local) == utc && local is { Second: 0, Millisecond: 0 }
            ? local.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)
            : utc.ToString(Utc, CultureInfo.InvariantCulture);
    }
}
