using Hub.Content.Items;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Security;

/// <summary>One line of <c>endpoints.tsv</c>: who may call an endpoint, and what protects what it changes.</summary>
/// <param name="Guard"><c>-</c> for what changes nothing; <c>token</c>, <c>own-pages</c>, or <c>open</c> for what mail programs and the like send.</param>
/// <param name="Who"><c>anyone</c>, <c>signed-in</c>, or roles in the region, beside the national administrator, who may all.</param>
internal sealed record EndpointLine(string Method, string Route, string Guard, string Who)
{
    public static readonly string File = Path.Combine(Repository.Root, "tests", "Modules.Tests", "Security", "endpoints.tsv");

    private static readonly string[] Guards = ["-", "token", "own-pages", "open"];

    public string Name => $"{Method} {Route}";

    public static IReadOnlyList<EndpointLine> ReadAll() =>
        [.. System.IO.File.ReadAllLines(File).Where(line => line.Length > 0 && line[0] != '#').Select(Parse)];

    /// <param name="role">Null for nobody signed in; empty for an account without a role.</param>
    /// <param name="isHere">Whether the role is one in the region that is asked.</param>
    public bool Allows(string? role, bool isHere) => Who switch
    {
        "anyone" => true,
        _ when role == Roles.NationalAdministrator => true,
        "signed-in" => role is not null,
        _ => role is { Length: > 0 } && isHere && Who.Split(' ').Contains(role, StringComparer.Ordinal),
    };

    public override string ToString() => string.Join('\t', Method, Route, Guard, Who);

    private static EndpointLine Parse(string line)
    {
        var parts = line.Split('\t');
        Assert.True(parts.Length == 4 && Guards.Contains(parts[2], StringComparer.Ordinal), $"“{line}” isn't method, route, guard and who, with a tab between them.");
        var who = parts[3].Split(' ');
        Assert.True(who is ["anyone"] or ["signed-in"] or [Roles.NationalAdministrator] || who.All(role => Roles.All.Contains(role, StringComparer.Ordinal)), $"“{line}” names a role that isn't one.");
        return new EndpointLine(parts[0], parts[1], parts[2], parts[3]);
    }
}
