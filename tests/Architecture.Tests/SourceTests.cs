using System.Text.RegularExpressions;
using Architecture.Tests.Fixtures;

namespace Architecture.Tests;

/// <summary>The clock, blocking waits and the like are held by the compiler, through <c>BannedSymbols.txt</c>.</summary>
public partial class SourceTests
{
    /// <summary>Files that hold a family of small types and are named for it.</summary>
    private static readonly string[] Families =
    [
        "Manifest.cs", // attributes of the assembly
        "Program.cs", // top-level statements
        "Rows.cs", // the tables, one beside the other
        "FieldAttributes.cs", "FieldValues.cs", // one line for each kind of field
        "ScalarKinds.cs", "ListKinds.cs", "MappingKinds.cs", // the kinds themselves, by shape
    ];

    /// <summary>Files whose types are parts of one thing: a request, an answer, a schema.</summary>
    private static readonly string[] Composed =
        ["src/Hub.Search/Schema.cs", "src/Hub.Search/SearchRequest.cs", "src/Hub.Search/SearchResult.cs", "src/Hub.Search/Analysis/Word.cs"];

    /// <summary>Who may start or wait for work on another thread, and why.</summary>
    private static readonly string[] MayUseThreads =
    [
        "src/Hub.Kernel/Tasks/TaskClock.cs", // background tasks run beside the requests
        "src/Hub.Kernel/Tasks/TaskRunner.cs", // a task that ignores its token must not hold its node
        "src/Hub.Search/Indexing/IndexWriter.Merging.cs", // merges beside the writing, waited for when the index is closed
    ];

    [Fact]
    public void EveryNamespaceIsThePathOfItsFile()
    {
        var wrong =
            from file in Repository.Sources
            let declared = Namespace().Match(Repository.Read(file)).Groups["name"].Value
            where declared.Length > 0 && declared != NamespaceOf(file)
            select $"{file}: {declared}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void AFileIsNamedForATypeInIt()
    {
        var wrong = Repository.Sources
            .Where(file => !IsFamily(file))
            .Where(file => !TypesIn(file).Select(type => type.Name).Contains(Path.GetFileNameWithoutExtension(file).Split('.')[0], StringComparer.Ordinal));

        Assert.Empty(wrong);
    }

    [Fact]
    public void AFileHasOnePublicTypeAndAFewSmallOnesThatBelongToIt()
    {
        var wrong =
            from file in Repository.Sources
            where !IsFamily(file) && !Composed.Contains(file)
            let count = TypesIn(file).Count(type => type.IsPublic)
            where count > 4
            select $"{file}: {count} public types";

        Assert.Empty(wrong);
    }

    [Fact]
    public void NoNameSaysNothing()
    {
        var wrong =
            from file in Repository.Sources
            from type in TypesIn(file)
            where Empty().IsMatch(type.Name) && type.Name != "StartupBase"
            select $"{file}: {type.Name}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void FilesFitOnAFewScreens()
    {
        var wrong =
            from file in Repository.Sources
            let lines = Repository.Lines(file).Length
            where lines > 300 && !file.Contains("/Migrations/", StringComparison.Ordinal)
            select $"{file}: {lines} lines";

        Assert.Empty(wrong);
    }

    [Fact]
    public void WorkIsAwaitedAndNotSentToOtherThreads()
    {
        var wrong =
            from file in Repository.Sources
            where !MayUseThreads.Contains(file)
            from line in Repository.Lines(file).Select((text, i) => (Text: text, Number: i + 1))
            where Threads().IsMatch(line.Text)
            select $"{file}:{line.Number}: {line.Text.Trim()}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void ListsOfExceptionsHoldNothingThatIsGone()
    {
        var names = Repository.Sources.Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal);
        var folders = Repository.Sources.Select(Path.GetDirectoryName).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(Families, family => !names.Contains(family));
        Assert.DoesNotContain(Composed.Concat(MayUseThreads), file => folders.Contains(Path.GetDirectoryName(file)) && !Repository.Has(file));
    }

    private static bool IsFamily(string file) => Families.Contains(Path.GetFileName(file)) || file.EndsWith("Rows.cs", StringComparison.Ordinal);

    private static string NamespaceOf(string file)
    {
        var parts = Path.GetDirectoryName(file)!.Replace('\\', '/').Split('/');
        return (parts[0] == "modules" ? "Hub." : "") + string.Join('.', parts.Skip(1));
    }

    /// <summary>Types at the outermost level: namespaces are file-scoped, so they begin the line.</summary>
    private static IEnumerable<(string Name, bool IsPublic)> TypesIn(string file) =>
        TypeLine().Matches(Repository.Read(file)).Select(match => (match.Groups["name"].Value, match.Groups["access"].Value == "public"));

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline, 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?<access>public|internal|file) (?:(?:sealed|abstract|static|readonly|partial|ref|unsafe) )*(?:class|interface|enum|struct|record(?: struct| class)?) (?<name>\w+)", RegexOptions.Multiline, 1000)]
    private static partial Regex TypeLine();

    [GeneratedRegex("(?:Manager|Helpers?|Utils?|Utility|Utilities|Common|Impl|Base)$", RegexOptions.None, 1000)]
    private static partial Regex Empty();

    [GeneratedRegex(@"\bTask\.Run\(|GetAwaiter\(\)\.GetResult\(|new Thread\(", RegexOptions.None, 1000)]
    private static partial Regex Threads();
}
