using System.Reflection;

namespace Hub.Citations.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void ThePublicApiIsTheApprovedOne()
    {
        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PublicApi.approved.txt")).ReplaceLineEndings("\n").Trim();

        var actual = string.Join('\n', typeof(CitationFinder).Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(Describe)).Trim();

        // Approving a change is copying this file over PublicApi.approved.txt.
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "PublicApi.received.txt"), actual + "\n");
        Assert.Equal(approved, actual);
    }

    private static IEnumerable<string> Describe(Type type)
    {
        yield return $"{Kind(type)} {type.FullName}";
        if (type.IsEnum)
        {
            yield return "  " + string.Join(", ", Enum.GetNames(type));
            yield break;
        }
        var members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member is PropertyInfo || (member is MethodInfo { IsSpecialName: false } method && !IsOfRecord(method)));
        foreach (var member in members.Select(Describe).Order(StringComparer.Ordinal))
            yield return "  " + member;
    }

    private static string Kind(Type type) => type.IsEnum ? "enum" : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsSealed ? "sealed class" : "class";

    private static string Describe(MemberInfo member) => member switch
    {
        PropertyInfo property => $"{Name(property.PropertyType)} {property.Name} {{ get;{(property.SetMethod is { IsPublic: true } ? " init;" : "")} }}",
        MethodInfo method => $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}({string.Join(", ", method.GetParameters().Select(parameter => Name(parameter.ParameterType) + " " + parameter.Name))})",
        _ => member.Name,
    };

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value) + "?";
        return type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
    }

    // What the compiler writes for a record is not ours to approve.
    private static bool IsOfRecord(MethodInfo method) => method.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "<Clone>$" or "PrintMembers";
}
