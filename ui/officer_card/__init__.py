"""The officer card (人员卡片): everything about one person."""
