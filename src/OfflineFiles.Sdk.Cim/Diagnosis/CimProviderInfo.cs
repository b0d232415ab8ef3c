using System.Diagnostics;

namespace OfflineFiles.Sdk.Cim;

/// <summary>What the Offline Files provider of a machine can do, read from the definitions of its classes. Immutable.</summary>
/// <remarks>
/// The provider has no version number: methods and classes came with versions of Windows (Microsoft Learn: Win32_OfflineFilesCache), and
/// hotfixes brought some earlier. So what counts are the single properties; <see cref="Generation"/> sums them up.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record CimProviderInfo
{
    /// <summary>The versions of Windows the classes are like.</summary>
    public CimProviderGeneration Generation => (HasTransitions, HasRenameItemEx, HasConfiguration) switch
    {
        (true, true, true) => CimProviderGeneration.Windows8,
        (true, true, false) => CimProviderGeneration.Windows7ServicePack1,
        (true, false, false) => CimProviderGeneration.VistaServicePack1,
        (false, false, false) when Methods.Count > 0 => CimProviderGeneration.Vista,
        _ => CimProviderGeneration.Unknown,
    };

    /// <summary>The methods of <c>Win32_OfflineFilesCache</c>, in alphabetical order.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Whether it has TransitionOnline and TransitionOffline.</summary>
    public bool HasTransitions => HasMethod(OfflineFilesOperation.TransitionOnline) && HasMethod(OfflineFilesOperation.TransitionOffline);

    /// <summary>Whether it has RenameItemEx.</summary>
    public bool HasRenameItemEx => HasMethod(OfflineFilesOperation.RenameItemEx);

    /// <summary>
    /// Whether items may be <see cref="ConnectState.TransparentlyCached"/> or <see cref="ConnectState.PartlyTransparentlyCached"/>; null
    /// when the server does not list the values of the property, as not all ways to a machine do.
    /// </summary>
    public bool? HasTransparentCaching { get; init; }

    /// <summary>Whether it has the classes of machine and user configuration.</summary>
    public bool HasConfiguration { get; init; }

    /// <summary>
    /// The property of the configuration that tells whether it is in force: <c>IsConfiguredByWMI</c>, or <c>IsEffective</c> as it is
    /// documented; null without configuration classes.
    /// </summary>
    public string? ConfigurationFlag { get; init; }

    /// <summary>Whether the class <c>Win32_OfflineFilesHealth</c> is there. Its values are documented as not supported.</summary>
    public bool HasHealth { get; init; }

    /// <summary>Whether it has the method of an operation.</summary>
    /// <param name="operation">The operation.</param>
    public bool HasMethod(OfflineFilesOperation operation) => Methods.Contains(operation.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns a short text for people.</summary>
    public override string ToString()
    {
        string?[] lacks =
        [
            HasTransitions ? null : "TransitionOnline and TransitionOffline",
            HasRenameItemEx ? null : "RenameItemEx",
            HasConfiguration ? null : "configuration classes",
            HasTransparentCaching == false ? "transparent caching" : null,
        ];
        var missing = lacks.Where(one => one is not null).ToArray();
        return $"provider of {Windows}, {Methods.Count} methods{(missing.Length == 0 ? "" : $", without {string.Join(", ", missing)}")}";
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
