using System.Diagnostics;

namespace OfflineFiles.Sdk.Cim;

/// <summary>Tells what the Offline Files provider of a machine can do, from the definitions of its classes. Immutable.</summary>
/// <remarks>
/// The provider has no version number. Versions of Windows added methods and classes (Microsoft Learn: Win32_OfflineFilesCache), and hotfixes
/// added some of them earlier. Rely on the single properties; <see cref="Generation"/> summarizes them.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record CimProviderInfo
{
    /// <summary>The versions of Windows whose classes and methods these are.</summary>
    public CimProviderGeneration Generation => (HasTransitions, HasRenameItemEx, HasConfiguration) switch
    {
        (true, true, true) => CimProviderGeneration.Windows8,
        (true, true, false) => CimProviderGeneration.Windows7ServicePack1,
        (true, false, false) => CimProviderGeneration.VistaServicePack1,
        (false, false, false) => CimProviderGeneration.Vista,
        _ => CimProviderGeneration.Unknown,
    };

    /// <summary>
    /// The names of the methods of <c>Win32_OfflineFilesCache</c>, in alphabetical order; empty if the server does not list them. Not all servers do,
    /// and then a method may well be there.
    /// </summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>True if the provider has TransitionOnline and TransitionOffline; null if the server does not list its methods.</summary>
    public bool? HasTransitions => HasMethod(OfflineFilesOperation.TransitionOnline) & HasMethod(OfflineFilesOperation.TransitionOffline);

    /// <summary>True if the provider has RenameItemEx; null if the server does not list its methods.</summary>
    public bool? HasRenameItemEx => HasMethod(OfflineFilesOperation.RenameItemEx);

    /// <summary>
    /// True if items can be <see cref="ConnectState.TransparentlyCached"/> or <see cref="ConnectState.PartlyTransparentlyCached"/>; null if the
    /// server does not list the values of the property. Not all protocols transfer the list.
    /// </summary>
    public bool? HasTransparentCaching { get; init; }

    /// <summary>True if the provider has the classes of the machine and the user configuration.</summary>
    public bool HasConfiguration { get; init; }

    /// <summary>
    /// The name of the property that tells whether a configuration is in force: <c>IsConfiguredByWMI</c>, or the documented <c>IsEffective</c>;
    /// null if the provider has no configuration classes or the server does not list their properties.
    /// </summary>
    public string? ConfigurationFlag { get; init; }

    /// <summary>True if the provider has the class <c>Win32_OfflineFilesHealth</c>, whose values are documented as not supported.</summary>
    public bool HasHealth { get; init; }

    /// <summary>Returns true if the provider has the method of an operation; null if the server does not list its methods.</summary>
    /// <param name="operation">The operation.</param>
    public bool? HasMethod(OfflineFilesOperation operation) =>
        Methods.Count == 0 ? null : Methods.Contains(operation.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns one line for people, for example "provider of Windows 8 or later, 11 methods".</summary>
    public override string ToString()
    {
        string?[] lacks =
        [
            HasTransitions == false ? "TransitionOnline and TransitionOffline" : null,
            HasRenameItemEx == false ? "RenameItemEx" : null,
            HasConfiguration ? null : "configuration classes",
            HasTransparentCaching == false ? "transparent caching" : null,
        ];
        var missing = lacks.Where(one => one is not null).ToArray();
        var methods = Methods.Count == 0 ? "methods not listed by the server" : $"{Methods.Count} methods";
        return $"provider of {Windows}, {methods}{(missing.Length == 0 ? "" : $", without {string.Join(", ", missing)}")}";
    }

    private string Windows => Generation switch
    {
        CimProviderGeneration.Windows8 => "Windows 8 or later",
        CimProviderGeneration.Windows7ServicePack1 => "Windows 7 SP1",
        CimProviderGeneration.VistaServicePack1 => "Windows Vista SP1 to 7",
        CimProviderGeneration.Vista => "Windows Vista",
        _ => "an unknown system",
    };
}
