# An administrator's session: the libraries, from the directory that `dotnet publish` made, and no project.
param([string] $Libraries)
$ErrorActionPreference = 'Stop'
Add-Type -Path (Join-Path $Libraries 'OfflineFiles.Sdk.dll')
Add-Type -Path (Join-Path $Libraries 'OfflineFiles.Sdk.Embedded.dll')

$root = Join-Path ([IO.Path]::GetTempPath()) "offlinefiles-session-$([guid]::NewGuid())"
$share = New-Item -ItemType Directory (Join-Path $root 'share/Budget') -Force
Set-Content (Join-Path $share '2026.csv') 'month;amount'
try {
    $options = [OfflineFiles.Sdk.Embedded.EmbeddedBackendOptions] @{
        CacheDirectory = Join-Path $root 'cache'
        Shares = [OfflineFiles.Sdk.Embedded.ShareMapping[]] @([OfflineFiles.Sdk.Embedded.ShareMapping]::new('\\fileserver\projects', (Join-Path $root 'share')))
    }
    $backend = [OfflineFiles.Sdk.Embedded.EmbeddedBackend]::OpenAsync($options).GetAwaiter().GetResult()
    $cache = [OfflineFiles.Sdk.OfflineFilesCache]::new($backend)

    "$($cache.PinAsync([OfflineFiles.Sdk.UncPath] '\\fileserver\projects\Budget').GetAwaiter().GetResult())"
    $rows = $cache.QueryText('SELECT ItemPath, ItemType FROM Win32_OfflineFilesItem WHERE ItemType = 0').ToListAsync().GetAwaiter().GetResult()
    foreach ($row in $rows) { $row['ItemPath'] }
    @($rows | ForEach-Object { @{ Path = $_['ItemPath'] } }) | ConvertTo-Json -Compress

    $cache.DisposeAsync().AsTask().GetAwaiter().GetResult() | Out-Null
}
finally {
    Remove-Item -Recurse -Force $root
}
