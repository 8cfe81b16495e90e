using GaitSense.Core;

namespace GaitSense.Feedback;

/// <summary>Tasks for the mind: when they are asked, and the strides during each and just before it.</summary>
internal sealed class TaskBlocks(IReadOnlyList<TaskPlan> plans)
{
    private readonly Block[] _blocks = [.. plans.Select(p => new Block(p))];

    /// <summary>The blocks, as planned.</summary>
    public IReadOnlyList<Block> Blocks => _blocks;

    /// <summary>What is to be said at this time of the walk; null: nothing.</summary>
    public string? Say(double walkS)
    {
        foreach (Block block in _blocks)
        {
            if (!block.HasBegun && walkS >= block.Plan.AtS)
            {
                block.HasBegun = true;
                return PhraseOf(block.Plan.Task);
            }

            if (block.HasBegun && !block.HasEnded && walkS >= block.Plan.AtS + block.Plan.DurationS)
            {
                block.HasEnded = true;
                return Phrases.TaskEnd;
            }
        }

        return null;
    }

    /// <summary>A valid stride in the practised direction.</summary>
    public void Stride(in Stride stride, double walkS)
    {
        foreach (Block block in _blocks)
        {
            if (block.HasBegun && !block.HasEnded) block.Dual.Add(in stride);
            else if (!block.HasBegun && walkS >= block.Plan.AtS - block.Plan.DurationS) block.Single.Add(in stride);
        }
    }

    private static string PhraseOf(TaskKind task) => task switch
    {
        TaskKind.Sevens => Phrases.TaskSevens,
        TaskKind.Threes => Phrases.TaskThrees,
        TaskKind.Animals => Phrases.TaskAnimals,
        _ => Phrases.TaskLetter,
    };

    /// <summary>One task.</summary>
    internal sealed class Block(TaskPlan plan)
    {
        public TaskPlan Plan => plan;

        public WalkSums Single { get; } = new();

        public WalkSums Dual { get; } = new();

        public bool HasBegun { get; set; }

        public bool HasEnded { get; set; }
    }
}
