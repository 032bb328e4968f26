using System.Reflection;

namespace Hub.Search.Tests;

/// <summary>What others may rely on is written down; changing it is a decision, not an accident.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void ThePublicApiIsTheApprovedOne()
    {
        var approved = Path.Combine(AppContext.BaseDirectory, "PublicApi.approved.txt");
        var actual = string.Join('\n', Members()) + "\n";

        if (File.ReadAllText(approved) != actual)
            File.WriteAllText(Path.ChangeExtension(approved, ".received.txt"), actual);
        Assert.Equal(File.ReadAllText(approved), actual);
    }

    private static IEnumerable<string> Members()
    {
        foreach (var type in typeof(Snapshot).Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            yield return type.FullName!;
            var members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(member => !IsGenerated(member)).Select(member => $"  {member.MemberType} {member}").Order(StringComparer.Ordinal);
            foreach (var member in members)
                yield return member;
        }
    }

    /// <summary>Accessors say nothing that their properties don't, and records write much by themselves.</summary>
    private static bool IsGenerated(MemberInfo member) =>
        member is MethodInfo { IsSpecialName: true } || member.Name is "<Clone>$" or "Equals" or "GetHashCode" or "PrintMembers" or "Deconstruct"
        || (member.Name == "ToString" && member.DeclaringType != typeof(Cursor));
}
