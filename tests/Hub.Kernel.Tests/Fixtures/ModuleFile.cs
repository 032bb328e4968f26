using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;
using Hub.Kernel.Modules;
using Microsoft.AspNetCore.Builder;
using Module = Hub.Kernel.Modules.Module;

namespace Hub.Kernel.Tests.Fixtures;

/// <summary>A module's assembly, written without a compiler.</summary>
internal sealed class ModuleFile
{
    private readonly PersistedAssemblyBuilder assembly;
    private readonly ModuleBuilder code;

    /// <param name="id">The module's id; null for an assembly without a manifest.</param>
    public ModuleFile(string assemblyName, string? id, params string[] dependencies)
    {
        assembly = new PersistedAssemblyBuilder(new AssemblyName(assemblyName), typeof(object).Assembly);
        code = assembly.DefineDynamicModule(assemblyName);
        if (id is not null)
            assembly.SetCustomAttribute(Attribute(typeof(ModuleAttribute), id, dependencies));
    }

    public ModuleFile Feature(string id, params string[] dependencies)
    {
        assembly.SetCustomAttribute(Attribute(typeof(FeatureAttribute), id, dependencies));
        return this;
    }

    /// <summary>A startup that names a feature and does nothing.</summary>
    public ModuleFile StartupOf(string feature)
    {
        var type = code.DefineType("GatedStartup", TypeAttributes.Public | TypeAttributes.Sealed, typeof(StartupBase));
        type.DefineDefaultConstructor(MethodAttributes.Public);
        type.SetCustomAttribute(Attribute(typeof(FeatureAttribute), feature, []));
        type.CreateType();
        return this;
    }

    /// <summary>A startup one of whose methods throws; <c>Configure</c> maps all controllers before it does.</summary>
    public ModuleFile FailingIn(string method, string message)
    {
        var type = code.DefineType("FailingStartup", TypeAttributes.Public | TypeAttributes.Sealed, typeof(StartupBase));
        type.DefineDefaultConstructor(MethodAttributes.Public);
        var overridden = typeof(StartupBase).GetMethod(method)!;
        var body = type.DefineMethod(method, MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.HideBySig,
            typeof(void), [.. overridden.GetParameters().Select(parameter => parameter.ParameterType)]).GetILGenerator();
        if (method == nameof(StartupBase.Configure))
        {
            body.Emit(OpCodes.Ldarg_2);
            body.Emit(OpCodes.Call, typeof(ControllerEndpointRouteBuilderExtensions).GetMethod("MapControllers")!);
            body.Emit(OpCodes.Pop);
        }

        body.Emit(OpCodes.Ldstr, message);
        body.Emit(OpCodes.Newobj, typeof(InvalidOperationException).GetConstructor([typeof(string)])!);
        body.Emit(OpCodes.Throw);
        type.CreateType();
        return this;
    }

    /// <summary>Puts it where a plug-in of its name lies.</summary>
    public void SaveAsPlugin(string folder)
    {
        var name = assembly.GetName().Name!;
        Directory.CreateDirectory(Path.Combine(folder, name));
        assembly.Save(Path.Combine(folder, name, name + ".dll"));
    }

    /// <summary>Loads it as one of the application's own.</summary>
    public Module Load()
    {
        using var bytes = new MemoryStream();
        assembly.Save(bytes);
        bytes.Position = 0;
        return Module.From(new AssemblyLoadContext(assembly.GetName().Name, isCollectible: true).LoadFromStream(bytes))!;
    }

    private static CustomAttributeBuilder Attribute(Type type, string id, string[] dependencies) =>
        type == typeof(ModuleAttribute) || dependencies.Length > 0
            ? new CustomAttributeBuilder(type.GetConstructor([typeof(string)])!, [id], [type.GetProperty("Dependencies")!], [dependencies])
            : new CustomAttributeBuilder(type.GetConstructor([typeof(string)])!, [id]);
}
