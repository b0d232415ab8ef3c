namespace OfflineFiles.Sdk.WhatIf;

/// <summary>How far an operation on a container goes.</summary>
internal enum PreviewReach
{
    /// <summary>Itself.</summary>
    Item,

    /// <summary>Itself and the files directly in it.</summary>
    ItemAndFiles,

    /// <summary>Itself and all that lies below.</summary>
    Subtree,
}
