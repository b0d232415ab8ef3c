using OfflineFiles.Sdk.Cim;

namespace OfflineFiles.Sdk.Testing.Provider;

/// <summary>How the double of the Windows provider behaves where real ones differ or are not known.</summary>
internal sealed record ProviderDoubleOptions
{
    public static ProviderDoubleOptions Default { get; } = new();

    /// <summary>Every value comes as a string, as some servers deliver them through WS-Management.</summary>
    public bool ValuesAsStrings { get; init; }

    /// <summary>The parent of a server is the empty string, as documented, instead of NULL, as observed.</summary>
    public bool ServerHasEmptyParent { get; init; }

    /// <summary>A term on ParentItemPath opens all that lies below, and not only the children, before WMI filters. Which, is not documented.</summary>
    public bool OpensSubtrees { get; init; }

    /// <summary>A select list is not heeded: all properties come.</summary>
    public bool SelectListIsIgnored { get; init; }

    /// <summary>Which Windows the classes and methods are those of.</summary>
    public CimProviderGeneration Generation { get; init; } = CimProviderGeneration.Windows8;

    /// <summary>A server without the Desktop Experience has none of the classes but that of the health.</summary>
    public bool IsInstalled { get; init; } = true;

    /// <summary>How service and driver stand. When they do not run, the cache object is all there is.</summary>
    public OfflineFilesServiceState Service { get; init; } = OfflineFilesServiceState.Running;

    /// <summary>The Offline Files service does not run.</summary>
    public bool ServiceIsStopped
    {
        get => Service is not (OfflineFilesServiceState.Running or OfflineFilesServiceState.DisabledAfterRestart);
        init => Service = value ? OfflineFilesServiceState.Stopped : OfflineFilesServiceState.Running;
    }

    /// <summary>Service and driver are to run after the next restart.</summary>
    public bool ServiceIsEnabled => Service is not (OfflineFilesServiceState.Disabled or OfflineFilesServiceState.DisabledAfterRestart);

    /// <summary>The account may not list services and drivers.</summary>
    public bool ServicesAreHidden { get; init; }

    /// <summary>ReturnValue and nothing else: the out parameters are missing.</summary>
    public bool OutParametersAreMissing { get; init; }

    /// <summary>What a method could not do comes as a failed call, and not as its return value. Which, is not documented.</summary>
    public bool FailuresAreThrown { get; init; }

    /// <summary>No progress messages come through.</summary>
    public bool ProgressIsMissing { get; init; }

    /// <summary>WMI, not Group Policy, has the say over the settings.</summary>
    public bool SettingsAreInForce { get; init; }

    /// <summary>The caller may not write settings.</summary>
    public bool CallerIsNoAdministrator { get; init; }

    /// <summary>Event queries are refused, as servers other than Windows refuse them.</summary>
    public bool EventsAreRefused { get; init; }

    /// <summary>After so many events a subscription is lost; null for never.</summary>
    public int? EventsUntilLoss { get; init; }

    /// <summary>The clock by which WMI polls for events.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
