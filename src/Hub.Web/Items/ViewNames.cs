using System.Collections.Concurrent;
using Hub.Content.Types;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.ViewEngines;

namespace Hub.Web.Items;

/// <summary>
/// Chooses between a type's own view (<c>Practice</c>, <c>Practice.Summary</c>, <c>Practice.List</c>) and the one for
/// all types. Thread-safe; what was found is kept, since views are compiled.
/// </summary>
public sealed class ViewNames(IRazorViewEngine engine, CurrentRegion current)
{
    private static readonly ConcurrentDictionary<(string Theme, string View), bool> Found = new();

    /// <param name="kind">What follows the type's name; null for the page itself.</param>
    /// <param name="general">The view for all types.</param>
    public string Of(TypeDefinition type, string? kind, string general)
    {
        var own = kind is null ? type.ViewName : $"{type.ViewName}.{kind}";
        return Exists(own) ? own : general;
    }

    private bool Exists(string view)
    {
        var theme = current.Region.Definition.Theme;
        return Found.GetOrAdd((theme, view), key =>
            new[] { $"/Views/{key.Theme}/{key.View}.cshtml", $"/Views/{key.View}.cshtml" }
                .Any(path => engine.GetView(null, path, true) is ViewEngineResult { Success: true }));
    }
}
