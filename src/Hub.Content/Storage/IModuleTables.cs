using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Storage;

/// <summary>
/// Tables of a module's own in the hub's database, for what is neither content nor settings. They are there whether the
/// module's features are on or off, and are read with <c>db.Set&lt;Row&gt;()</c>.
/// </summary>
/// <remarks>
/// The tables are made by the <see cref="Migration"/> classes of the same assembly, by hand and for both databases; their
/// ids are in one sequence with everybody's (<c>20261122090000_LegislationFirst</c>). A table's name begins with the module's.
/// </remarks>
public interface IModuleTables
{
    /// <summary>Adds the rows to the model. Called once; always describes the same.</summary>
    void Describe(ModelBuilder model);
}

/// <summary>Registration of a module's tables.</summary>
public static class ModuleTablesServices
{
    /// <summary>The hub's database has these tables too.</summary>
    public static IServiceCollection AddTables<T>(this IServiceCollection services)
        where T : class, IModuleTables => services.AddSingleton<IModuleTables, T>();
}
