namespace Hub.Kernel.Extensions;

/// <summary>
/// Marks an interface that modules implement and the core calls. Registrations of it are gated by feature and can be
/// asked for only through <see cref="EnabledExtensions"/>. Each has a section in <c>docs/reference/extension-points.md</c>
/// and a use in <c>tests/SampleModule</c>; a test checks both.
/// </summary>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class ExtensionPointAttribute : Attribute;
