using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Storage;

/// <summary>Tells a context which tables modules add, and where their migrations stand.</summary>
internal sealed class ModuleTables(IReadOnlyList<IModuleTables> modules) : IDbContextOptionsExtension
{
    private readonly string types = string.Join(' ', modules.Select(module => module.GetType().AssemblyQualifiedName));

    private DbContextOptionsExtensionInfo? info;

    public DbContextOptionsExtensionInfo Info => info ??= new Description(this);

    public void Describe(ModelBuilder model)
    {
        foreach (var module in modules)
            module.Describe(model);
    }

    public void ApplyServices(IServiceCollection services) =>
        services.AddScoped<IMigrationsAssembly>(_ => new Migrations([typeof(HubDb).Assembly, .. modules.Select(module => module.GetType().Assembly)]));

    public void Validate(IDbContextOptions options)
    {
    }

    /// <summary>Contexts with other tables have another model: EF keeps one for each of these.</summary>
    private sealed class Description(ModuleTables tables) : DbContextOptionsExtensionInfo(tables)
    {
        private readonly int hash = StringComparer.Ordinal.GetHashCode(tables.types);

        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => hash;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) =>
            other is Description description && description.Extension is ModuleTables others && others.types == tables.types;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["Hub:ModuleTables"] = tables.types;
    }

    /// <summary>The core's migrations and the modules', in the order of their ids.</summary>
    private sealed class Migrations(IEnumerable<Assembly> assemblies) : IMigrationsAssembly
    {
        private readonly SortedList<string, TypeInfo> steps = Sorted(assemblies);

        IReadOnlyDictionary<string, TypeInfo> IMigrationsAssembly.Migrations => steps;

        public ModelSnapshot? ModelSnapshot => null; // migrations are written by hand; a test compares them with the model

        public Assembly Assembly => typeof(HubDb).Assembly;

        public string? FindMigrationId(string nameOrId) =>
            steps.Keys.FirstOrDefault(id => id == nameOrId || id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..] == nameOrId);

        public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
        {
            var step = (Migration)Activator.CreateInstance(migrationClass)!;
            step.ActiveProvider = activeProvider;
            return step;
        }

        private static SortedList<string, TypeInfo> Sorted(IEnumerable<Assembly> assemblies)
        {
            var sorted = new SortedList<string, TypeInfo>(StringComparer.Ordinal);
            foreach (var type in assemblies.Distinct().SelectMany(assembly => assembly.DefinedTypes))
            {
                if (type.GetCustomAttribute<MigrationAttribute>() is { } step && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(HubDb))
                    sorted.Add(step.Id, type);
            }

            return sorted;
        }
    }
}
