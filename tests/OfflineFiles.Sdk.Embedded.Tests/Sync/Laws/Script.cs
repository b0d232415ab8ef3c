using OfflineFiles.Sdk.Embedded.Sync.Decide;

namespace OfflineFiles.Sdk.Embedded.Tests.Sync.Laws;

/// <summary>One edit of a user, packed into a number so that a random array of numbers is a script and a shorter one a simpler script.</summary>
internal readonly record struct Edit(int Code)
{
    public int Kind => Code & 15;

    /// <summary>Which of the places that can be named, as a number to be taken modulo their count.</summary>
    public int Place => (Code >> 4) & 255;

    public int Target => (Code >> 12) & 255;

    /// <summary>Of a few versions that both users may come to.</summary>
    public int Common => 1 + ((Code >> 20) & 1);

    /// <summary>Whether the clock stands still since the edit before.</summary>
    public bool IsSameTime => ((Code >> 21) & 7) == 0;
}

/// <summary>Plays edits on one side of a world. An edit that does not fit the tree as it is does nothing.</summary>
internal sealed class Editor
{
    private readonly World _world;
    private readonly Node[] _side;
    private readonly bool _isClient;
    private readonly int _skew;
    private int _time;
    private int _versions;

    /// <summary>The versions that this side writes are numbered from a number that no other side uses.</summary>
    public Editor(World world, bool isClient, int time, int firstVersion, int skew = 0)
    {
        _world = world;
        _isClient = isClient;
        _side = isClient ? world.Client : world.Server;
        _time = time;
        _versions = firstVersion;
        _skew = skew;
    }

    /// <summary>Leaves directories alone, and writes no version that the other side may write as well.</summary>
    public bool OnlyFiles { get; init; }

    /// <summary>Makes a tree: only what is new.</summary>
    public void Plant(ReadOnlySpan<int> codes)
    {
        foreach (var code in codes)
        {
            var place = At(new Edit(code).Place);
            _time++;
            if (new Edit(code).Kind < 8) Write(place, ++_versions);
            else MakeDirectory(place);
        }
    }

    public void Play(ReadOnlySpan<int> codes)
    {
        foreach (var code in codes) Play(new Edit(code));
    }

    private void Play(Edit edit)
    {
        if (!edit.IsSameTime) _time++;
        if (At(edit.Place) is not (> 0 and var place)) return;
        if (OnlyFiles && (_side[place].IsDirectory || edit.Kind is 3 or 4 or 7 or 8 or > 12)) return;
        switch (edit.Kind)
        {
            case 0 or 1 or 2:
                Write(place, ++_versions);
                break;
            case 3:
                Write(place, edit.Common);
                break;
            case 4:
                // The version that was common: an edit that is taken back.
                if (_world.Baseline[place].IsFile) Write(place, _world.Baseline[place].Data);
                break;
            case 5 or 6:
                Delete(place);
                break;
            case 7 or 8:
                MakeDirectory(place);
                break;
            case 9 or 10:
                Move(place, At(edit.Target));
                break;
            case 11:
                if (CanTouch(place)) _side[place].Time = Now;
                break;
            case 12:
                if (CanTouch(place)) _side[place] = _side[place] with { Attributes = (byte)(1 - _side[place].Attributes), Time = Now };
                break;
            case 13:
                // A file becomes a directory, or the other way round.
                if (_side[place].IsAbsent) break;
                var wasFile = _side[place].IsFile;
                if (!Delete(place)) break;
                if (wasFile) MakeDirectory(place);
                else Write(place, ++_versions);
                break;
            case 14:
                if (_isClient) Evict(place);
                break;
            case 15:
                if (_isClient && _side[place].IsFile && _side[place] == _world.Baseline[place]) _side[place].Notes |= Notes.Sparse;
                break;
        }
    }

    /// <summary>The places with a directory above them, whether something is there or not.</summary>
    private int At(int number)
    {
        Span<int> places = stackalloc int[Places.Nameable.Length];
        var count = 0;
        foreach (var place in Places.Nameable)
            if (_side[Places.Parent(place)].IsDirectory) places[count++] = place;
        return places[number % count];
    }

    private bool CanTouch(int place) => !_side[place].IsAbsent && !_side[place].IsSparse;

    private int Now => _time + _skew;

    private bool CanCreate(int place) =>
        _side[Places.Parent(place)].IsDirectory
        && _side[place].IsAbsent
        && (!_isClient || _side[place].IsDeleted || _world.Baseline[place].IsAbsent);

    private Notes NotesOfNew(int place) => !_isClient ? Notes.None : _world.Baseline[place].IsAbsent ? Notes.Created : Notes.Replaced;

    private void Write(int place, int data)
    {
        if (_side[place].IsFile) _side[place] = _side[place] with { Data = data, Time = Now, Notes = _side[place].Notes & ~Notes.Sparse };
        else if (CanCreate(place)) _side[place] = new Node(NodeKind.File, data, 0, Now, NotesOfNew(place));
    }

    private void MakeDirectory(int place)
    {
        if (CanCreate(place)) _side[place] = new Node(NodeKind.Directory, 0, 0, Now, NotesOfNew(place));
    }

    /// <summary>Deletes with all that is below; a client does not delete what it does not hold.</summary>
    private bool Delete(int place)
    {
        if (_side[place].IsAbsent || (_isClient && HoldsGhost(place))) return false;
        Erase(place);
        return true;
    }

    private void Erase(int place)
    {
        var was = _side[place];
        if (!was.IsAbsent)
        {
            var isKnown = _isClient && !_world.Baseline[place].IsAbsent;
            _side[place] = isKnown ? new Node(NodeKind.Absent, 0, 0, Now, Notes.Deleted | (was.Notes & Notes.Replaced)) : default;
        }

        if (Places.IsLeaf(place)) return;
        for (var i = 0; i < Places.Arity; i++) Erase(Places.FirstChild(place) + i);
    }

    private bool HoldsGhost(int place)
    {
        if (_side[place].IsAbsent && !_side[place].IsDeleted && !_world.Baseline[place].IsAbsent) return true;
        if (Places.IsLeaf(place)) return false;
        for (var i = 0; i < Places.Arity; i++)
            if (HoldsGhost(Places.FirstChild(place) + i)) return true;
        return false;
    }

    private void Move(int place, int target)
    {
        if (_side[place].IsAbsent || !CanCreate(target) || Places.IsAtOrBelow(target, place)) return;
        if (_isClient && (HoldsGhost(place) || World.Any(_side, place, node => node.IsSparse))) return;
        CopyAs(place, target);
        Erase(place);
    }

    private void CopyAs(int place, int target)
    {
        if (_side[place].IsAbsent) return;
        _side[target] = _side[place] with { Notes = NotesOfNew(target) };
        if (Places.IsLeaf(place) || Places.IsLeaf(target)) return;
        for (var i = 0; i < Places.Arity; i++) CopyAs(Places.FirstChild(place) + i, Places.FirstChild(target) + i);
    }

    /// <summary>The client lets a clean, unpinned copy go.</summary>
    private void Evict(int place)
    {
        if (_world.IsPinned || !_side[place].IsFile || _side[place].Notes != Notes.None || !_side[place].IsLike(_world.Baseline[place])) return;
        _side[place] = default;
    }
}
